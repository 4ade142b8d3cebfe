package dev.dovetail.config;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;

/** Reads one format of deployment config. Implementations are stateless. */
public interface ConfigReader {

    /**
     * All units that this format describes in the workspace. Never throws for what files hold: what
     * cannot be read is a notification, what cannot be known is unknown.
     */
    Result read(Workspace workspace, Documents documents);

    /** Units in the order of their places, and what could not be read. */
    record Result(List<DeploymentUnit> units, List<Notification> notifications) {
        public Result {
            units = List.copyOf(units);
            notifications = List.copyOf(notifications);
        }
    }
}
