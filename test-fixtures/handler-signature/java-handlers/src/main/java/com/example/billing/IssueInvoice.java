package com.example.billing;

import java.util.Map;

public class IssueInvoice extends InvoiceHandler<Map<String, Object>> {
    private final String currency;

    public IssueInvoice() {
        this("EUR");
    }

    IssueInvoice(String currency) {
        this.currency = currency;
    }

    @Override
    protected String work(Map<String, Object> invoice) {
        return "issued in " + currency;
    }
}
