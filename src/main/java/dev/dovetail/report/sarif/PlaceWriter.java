package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Region;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes SARIF locations and messages. */
record PlaceWriter(JsonGenerator json) {

    /** An array of locations; nothing when there is none. */
    void locations(String field, @Nullable Collection<Location> locations) throws IOException {
        if (locations == null) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (Location location : locations) {
            location(location);
        }
        json.writeEndArray();
    }

    void location(Location location) throws IOException {
        json.writeStartObject();
        if (location.getId() != null && location.getId() >= 0) {
            json.writeNumberField("id", location.getId());
        }
        json.writeObjectFieldStart("physicalLocation");
        json.writeFieldName("artifactLocation");
        artifact(location.getPhysicalLocation().getArtifactLocation());
        region("region", location.getPhysicalLocation().getRegion());
        json.writeEndObject();
        message(location.getMessage());
        json.writeEndObject();
    }

    void artifact(ArtifactLocation artifact) throws IOException {
        json.writeStartObject();
        if (artifact.getUri() != null) {
            json.writeStringField("uri", artifact.getUri());
        }
        if (artifact.getUriBaseId() != null) {
            json.writeStringField("uriBaseId", artifact.getUriBaseId());
        }
        if (artifact.getDescription() != null) {
            json.writeObjectFieldStart("description");
            json.writeStringField("text", artifact.getDescription().getText());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    void region(String field, Region region) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("startLine", region.getStartLine());
        if (region.getStartColumn() != null) {
            json.writeNumberField("startColumn", region.getStartColumn());
        }
        if (region.getEndLine() != null) {
            json.writeNumberField("endLine", region.getEndLine());
        }
        if (region.getEndColumn() != null) {
            json.writeNumberField("endColumn", region.getEndColumn());
        }
        json.writeEndObject();
    }

    void message(@Nullable Message message) throws IOException {
        if (message != null) {
            json.writeObjectFieldStart("message");
            json.writeStringField("text", message.getText());
            json.writeEndObject();
        }
    }

    void text(String field, MultiformatMessageString text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text.getText());
        if (text.getMarkdown() != null) {
            json.writeStringField("markdown", text.getMarkdown());
        }
        json.writeEndObject();
    }
}
