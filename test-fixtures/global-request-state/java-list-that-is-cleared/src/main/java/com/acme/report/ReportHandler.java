package com.acme.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class ReportHandler implements RequestHandler<Map<String, String>, List<String>> {
    private final List<String> rows = new ArrayList<>();
    private Context context;

    @Override
    public List<String> handleRequest(Map<String, String> event, Context context) {
        this.context = context;
        rows.clear();
        rows.add(event.get("row"));
        return copy();
    }

    private List<String> copy() {
        context.getLogger().log("copying");
        List<String> copied = new ArrayList<>();
        copied.addAll(rows);
        return copied;
    }
}
