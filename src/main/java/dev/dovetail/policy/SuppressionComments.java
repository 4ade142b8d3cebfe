package dev.dovetail.policy;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Suppression;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a workspace that suppress findings: {@code // dovetail-ignore: rule-id -- reason},
 * in the comment syntax of the file, at the end of the line or on lines of their own before it.
 *
 * <p>A comment counts for findings that have an end, in code or in config, on its line.
 */
public final class SuppressionComments {

    /** What every such comment holds. */
    static final String MARK = "dovetail-ignore";

    private static final Pattern COMMENT =
            Pattern.compile(
                    "(?<start>//|#|/\\*|<!--|--|;|\\{/\\*)\\s*"
                            + MARK
                            + "(?::\\s*(?<rules>[a-z][a-z0-9-]*(?:\\s*,\\s*[a-z][a-z0-9-]*)*))?"
                            + "(?<rest>.*)$");
    private static final Pattern REASON = Pattern.compile("^\\s*--\\s+(?<reason>.*?)\\s*(?:\\*/\\}?|-->)?\\s*$");

    /**
     * One comment.
     *
     * @param line that it speaks of
     */
    private record Comment(String file, int line, String rule, String reason, Place place) {}

    private final Map<String, List<Comment>> comments = new LinkedHashMap<>();
    private final Set<Comment> used = new HashSet<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Collection<String> rules;

    private SuppressionComments(Collection<String> rules) {
        this.rules = rules;
    }

    /**
     * The comments of some texts.
     *
     * @param texts by path, in path order
     * @param rules ids of all rules
     */
    public static SuppressionComments of(Map<String, String> texts, Collection<String> rules) {
        SuppressionComments all = new SuppressionComments(rules);
        texts.forEach(all::read);
        return all;
    }

    private void read(String file, String text) {
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher comment = lines[i].contains(MARK) ? COMMENT.matcher(lines[i]) : null;
            if (comment != null && comment.find()) {
                Place place =
                        new Place(
                                file,
                                new Region(i + 1, comment.start() + 1, i + 1, lines[i].length() + 1));
                boolean alone = lines[i].substring(0, comment.start()).isBlank();
                read(comment, place, alone ? next(lines, i) : i + 1);
            }
        }
    }

    /** The line after a comment, past blank lines and further comments of this kind. */
    private static int next(String[] lines, int comment) {
        int next = comment + 1;
        while (next < lines.length
                && (lines[next].isBlank()
                        || lines[next].contains(MARK) && COMMENT.matcher(lines[next]).find())) {
            next++;
        }
        return next + 1;
    }

    private void read(Matcher comment, Place place, int line) {
        String names = comment.group("rules");
        if (names == null) {
            remark(place, "This names no rule: write `" + MARK + ": rule-id -- reason`.");
            return;
        }
        Matcher reason = REASON.matcher(comment.group("rest"));
        String why = reason.find() ? reason.group("reason") : "";
        if (why.isEmpty()) {
            remark(place, "This gives no reason: write it after ` -- `. It counts all the same.");
        }
        for (String rule : names.split("\\s*,\\s*")) {
            if (!rules.contains(rule)) {
                remark(place, SimilarWords.unknown("rule", rule, rules));
            } else {
                comments.computeIfAbsent(place.file(), file -> new ArrayList<>())
                        .add(new Comment(place.file(), line, rule, why, place));
            }
        }
    }

    private void remark(Place place, String what) {
        notifications.add(new Notification(Notification.Level.REMARK, what, place));
    }

    /** The finding, suppressed when a comment says so. */
    public Finding judge(Finding finding) {
        if (finding.isDischarged() || comments.isEmpty()) {
            return finding;
        }
        Optional<Comment> comment =
                at(finding.code(), finding.rule())
                        .or(() -> finding.config().flatMap(place -> at(place, finding.rule())));
        if (comment.isEmpty()) {
            return finding;
        }
        used.add(comment.get());
        return finding.suppressed(
                new Suppression(
                        Suppression.Kind.IN_SOURCE,
                        comment.get().reason(),
                        comment.get().place()));
    }

    private Optional<Comment> at(Place place, String rule) {
        return comments.getOrDefault(place.file(), List.of()).stream()
                .filter(each -> each.rule().equals(rule))
                .filter(each -> each.line() == place.region().startLine())
                .findFirst();
    }

    /**
     * What is wrong with the comments, and those that suppressed nothing.
     *
     * @param judged ids of the rules whose findings were all judged
     */
    public List<Notification> notifications(Collection<String> judged) {
        List<Notification> all = new ArrayList<>(notifications);
        for (List<Comment> inFile : comments.values()) {
            for (Comment comment : inFile) {
                if (!used.contains(comment) && judged.contains(comment.rule())) {
                    all.add(
                            new Notification(
                                    Notification.Level.REMARK,
                                    "There is no finding of %s here any more; take this comment away."
                                            .formatted(comment.rule()),
                                    comment.place()));
                }
            }
        }
        return all;
    }
}
