package com.example.billing;

import java.util.Map;

public class ArchiveInvoice extends InvoiceHandler<Map<String, Object>> {
    @Override
    protected String work(Map<String, Object> invoice) {
        return "archived";
    }
}
