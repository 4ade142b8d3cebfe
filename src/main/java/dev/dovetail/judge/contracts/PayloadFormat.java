package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The handler reads fields that the event has in the payload format that the trigger sends.
 *
 * <p>Which fields only one of the formats has stands in the contract's tables.
 */
public final class PayloadFormat implements ContractRule {

    @Override
    public String id() {
        return "payload-format";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> format = format(unit);
        Optional<String> version = format.flatMap(setting -> setting.value().text());
        if (version.isEmpty()) {
            return List.of();
        }
        boolean second = version.get().startsWith("2");
        Map<String, String> others = contract.table(second ? "only-in-1.0" : "only-in-2.0");
        Map<String, String> own = contract.table(second ? "only-in-2.0" : "only-in-1.0");
        Map<String, String> otherFields = plain(others);
        Map<String, String> ownFields = plain(own);
        Map<String, ReachedUse> reads = new LinkedHashMap<>();
        for (ReachedUse use : unit.uses()) {
            for (String reached : use.paths()) {
                Optional<String> ofOwn = field(reached, ownFields);
                Optional<String> ofOther = field(reached, otherFields);
                if (ofOwn.isPresent()) {
                    // Code that knows both formats looks which of them it was given.
                    return List.of();
                }
                if (ofOther.isPresent() && use.certain()) {
                    reads.putIfAbsent(ofOther.get(), use);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        reads.forEach(
                (path, use) ->
                        findings.add(
                                finding(
                                        unit,
                                        contract,
                                        second ? "v2-read-as-v1" : "v1-read-as-v2",
                                        path,
                                        others.getOrDefault(path, ""),
                                        use,
                                        format.get())));
        return findings;
    }

    /** The fields of a table by their plain paths. */
    private static Map<String, String> plain(Map<String, String> table) {
        Map<String, String> fields = new HashMap<>();
        table.keySet().forEach(key -> fields.put(plain(key), key));
        return fields;
    }

    /** The field that a path reads, itself or something within it; the longest of several. */
    private static Optional<String> field(String path, Map<String, String> fields) {
        // A parameter that is declared as an event is an instance of its type.
        String plain = plain(path);
        for (int end = plain.length(); end > 0; end = plain.lastIndexOf('.', end - 1)) {
            String field = fields.get(plain.substring(0, end));
            if (field != null) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String plain(String path) {
        return path.replace("()", "").replace('#', '.');
    }

    private static Finding finding(
            LinkedUnit unit,
            Contract contract,
            String message,
            String path,
            String instead,
            ReachedUse use,
            Setting format) {
        Map<String, String> values = new HashMap<>();
        int method = path.indexOf('#');
        int event = path.indexOf("Event.");
        values.put(
                "field",
                method >= 0
                        ? path.substring(method + 1) + "()"
                        : "event." + path.substring(event + "Event.".length()));
        values.put("instead", instead);
        Trigger trigger = unit.unit().triggers().get(0);
        return Findings.broken(contract, message, unit, values)
                .codeLabel("reads " + values.get("field"))
                .config(
                        format.place().orElse(trigger.place()),
                        "sends payload format " + format.value().text().orElse(""))
                .wayTo(use.step())
                .at(use.place());
    }

    /** The format that every trigger sends; empty when they differ, or one sends no HTTP event. */
    private static Optional<Setting> format(LinkedUnit unit) {
        Setting found = null;
        for (Trigger trigger : unit.unit().triggers()) {
            Setting setting = trigger.settings().get(SettingName.PAYLOAD_FORMAT);
            boolean same = found == null || setting != null && found.value().equals(setting.value());
            if (trigger.kind() != Trigger.Kind.HTTP || setting == null || !same) {
                return Optional.empty();
            }
            found = setting;
        }
        return unit.unit().triggersKnown() ? Optional.ofNullable(found) : Optional.empty();
    }
}
