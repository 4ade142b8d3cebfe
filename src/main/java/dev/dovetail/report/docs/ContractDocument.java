package dev.dovetail.report.docs;

import dev.dovetail.knowledge.Contract;
import java.util.TreeMap;

/** The page of a contract. */
final class ContractDocument {

    private final Contract contract;

    ContractDocument(Contract contract) {
        this.contract = contract;
    }

    String text() {
        Markdown page = new Markdown();
        RuleSections sections = new RuleSections(contract.words(), page);
        sections.whatItFinds("contract");
        sections.howToFixIt();
        sections.howItDecides();
        page.heading("What it says");
        page.list(
                new TreeMap<>(contract.messages())
                        .entrySet().stream()
                                .map(
                                        entry ->
                                                Markdown.code(entry.getKey())
                                                        + ": "
                                                        + entry.getValue()));
        sections.howToSuppressIt();
        return page.text();
    }
}
