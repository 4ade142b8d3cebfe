package dev.dovetail.knowledge;

import java.util.List;

/** A feature or a contract, as the user meets it. */
public sealed interface Rule permits Feature, Contract {

    Words words();

    default String id() {
        return words().id();
    }

    /**
     * What a rule says to people. Texts are CommonMark; {@code {unit}}, {@code {platform}}, {@code
     * {because}} and the names of captured values stand for what a finding is about.
     *
     * @param id kebab case; never changes once published
     * @param title a few words: {@code Files written beside the code}
     * @param summary what it finds, in one sentence
     * @param level how bad it is where a platform says nothing else
     * @param precision {@code very-high}, {@code high}, {@code medium} or {@code low}
     * @param tags for SARIF: {@code reliability}, {@code security} ...
     * @param message the finding's sentence, a template
     * @param why what the user will see at 3 a.m.
     * @param fix what to do, in general; platforms may add their own
     * @param whenNot when it is not a problem
     * @param decides what it looks at and what it cannot know
     * @param example the smallest code and config that show it, as Markdown
     */
    record Words(
            String id,
            String title,
            String summary,
            Level level,
            String precision,
            List<String> tags,
            String message,
            String why,
            String fix,
            String whenNot,
            String decides,
            String example) {}
}
