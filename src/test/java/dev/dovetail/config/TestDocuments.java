package dev.dovetail.config;

import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.Workspace;

/** The documents of a workspace, as tests of config readers read them. */
public final class TestDocuments {

    private TestDocuments() {}

    public static Documents of(Workspace workspace) {
        return new WorkspaceDocuments(workspace);
    }
}
