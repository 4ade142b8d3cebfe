package dev.dovetail.report.fit;

import dev.dovetail.judge.Fit;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verdicts by host and unit.
 *
 * @param columns units of which all hosts say the same, together
 * @param rows the best hosts first
 */
public record FitMatrix(List<Column> columns, List<Row> rows) {

    public FitMatrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Units that go together. */
    public record Column(List<UnitFits> units) {
        public Column {
            units = List.copyOf(units);
        }

        /** The first unit's name, and how many more there are. */
        public String name() {
            String first = units.get(0).unit().unit().name();
            return units.size() == 1 ? first : first + " +" + (units.size() - 1);
        }
    }

    /**
     * A host.
     *
     * @param fits one for each column
     */
    public record Row(Platform host, List<Fit> fits) {
        public Row {
            fits = List.copyOf(fits);
        }
    }

    /** The matrix of a report. */
    public static FitMatrix of(FitReport report) {
        Map<List<Object>, List<UnitFits>> alike = new LinkedHashMap<>();
        for (UnitFits unit : report.units()) {
            List<Object> key = new ArrayList<>();
            unit.fits().forEach(fit -> key.add(List.of(fit.isOwn(), fit.verdict())));
            alike.computeIfAbsent(key, any -> new ArrayList<>()).add(unit);
        }
        List<Column> columns = alike.values().stream().map(Column::new).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < report.hosts().size(); i++) {
            int row = i;
            rows.add(
                    new Row(
                            report.hosts().get(i),
                            columns.stream()
                                    .map(column -> column.units().get(0).fits().get(row))
                                    .toList()));
        }
        rows.sort(Comparator.comparing(FitMatrix::badness).thenComparing(row -> row.host().name()));
        return new FitMatrix(columns, rows);
    }

    private static int badness(Row row) {
        return row.fits().stream().mapToInt(fit -> fit.verdict().ordinal()).sum();
    }
}
