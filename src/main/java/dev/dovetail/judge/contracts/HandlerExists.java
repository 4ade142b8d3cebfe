package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file, class or export that config names as the handler is there. */
public final class HandlerExists implements ContractRule {

    /** What handler-signature and cron-method tell. */
    private static final Set<String> OTHERS = Set.of("method-missing", "no-route");

    @Override
    public String id() {
        return "handler-exists";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (!(unit.entry() instanceof EntryBinding.Missing missing)
                || OTHERS.contains(missing.kind())) {
            return List.of();
        }
        EntryPoint entry = unit.unit().entryPoint();
        Map<String, String> values = new HashMap<>();
        values.put("handler", reference(entry));
        values.put("found", missing.instead());
        values.put("name", missing.wanted());
        values.put("pattern", missing.wanted());
        values.put("folder", missing.wanted());
        values.put("file", missing.file().isEmpty() ? missing.wanted() : missing.file());
        Findings.Draft draft =
                Findings.broken(contract, message(entry, missing), unit, values)
                        .codeLabel("names " + reference(entry))
                        .config(unit.unit().place(), "deploys " + unit.unit().name());
        mend(missing, entry).ifPresent(draft::mend);
        return List.of(draft.at(entry.place()));
    }

    /** The right spelling, where the file or the export is there but for its case or a letter. */
    private static Optional<Fix> mend(EntryBinding.Missing missing, EntryPoint entry) {
        if (!(entry instanceof EntryPoint.Handler handler) || missing.instead().isEmpty()) {
            return Optional.empty();
        }
        boolean spelling =
                missing.kind().equals("case-differs")
                        || missing.kind().equals("export-missing")
                                && Spelling.isSlip(missing.wanted(), missing.instead());
        String wrong = missing.wanted();
        String right = missing.instead();
        if (missing.kind().equals("case-differs")) {
            wrong = Paths.withoutExtension(inFolder(wrong, handler.folder()));
            right = Paths.withoutExtension(inFolder(right, handler.folder()));
        }
        int at = handler.reference().lastIndexOf(wrong);
        if (!spelling || at < 0 || wrong.length() != right.length() && missing.kind().equals("case-differs")) {
            return Optional.empty();
        }
        String text = right;
        return Fix.within(entry.place(), handler.reference(), at, at + wrong.length())
                .map(place -> Fix.of("Write " + text, place, text));
    }

    private static String inFolder(String file, String folder) {
        return folder.isEmpty() || !file.startsWith(folder + "/")
                ? file
                : file.substring(folder.length() + 1);
    }

    private static String message(EntryPoint entry, EntryBinding.Missing missing) {
        if (entry instanceof EntryPoint.Program || entry instanceof EntryPoint.Application) {
            return missing.kind().equals("export-missing") ? "application-missing" : "program-missing";
        }
        if (entry instanceof EntryPoint.File && missing.kind().equals("file-missing")) {
            return "function-missing";
        }
        boolean otherCase =
                missing.kind().equals("export-missing")
                        && missing.wanted().equalsIgnoreCase(missing.instead());
        return otherCase ? "export-case-differs" : missing.kind();
    }

    private static String reference(EntryPoint entry) {
        if (entry instanceof EntryPoint.Handler handler) {
            return handler.reference();
        }
        if (entry instanceof EntryPoint.Program program) {
            return program.file();
        }
        if (entry instanceof EntryPoint.Application application) {
            return application.attribute() + " of " + application.file();
        }
        return entry instanceof EntryPoint.File file ? file.file() : "";
    }
}
