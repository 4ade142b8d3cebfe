package com.acme.report;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

@Component
@RequestScope
public class Visitor {
    private String name;
    private final List<String> names = new ArrayList<>();

    public String getName() {
        return name + names;
    }

    public void setName(String name) {
        this.name = name;
        names.add(name);
    }
}
