package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PhysicalLocation;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.nio.charset.StandardCharsets;

/** Places as SARIF locations: paths as percent-encoded URIs that are relative to the workspace. */
final class Places {

    /** Name of the workspace's root among the URI bases. */
    static final String ROOT = "%SRCROOT%";

    /** Besides letters and digits, what may stand in a path as it is. */
    private static final String UNENCODED = "-._~/@+,=()!$";

    private Places() {}

    static Location location(Place place) {
        return new Location()
                .withPhysicalLocation(
                        new PhysicalLocation()
                                .withArtifactLocation(artifact(place.file()))
                                .withRegion(region(place.region())));
    }

    static ArtifactLocation artifact(String file) {
        return new ArtifactLocation().withUri(uri(file)).withUriBaseId(ROOT);
    }

    static Location location(Place place, String label) {
        Location location = location(place);
        return label.isBlank()
                ? location
                : location.withMessage(new Message().withText(Texts.sentence(label)));
    }

    static com.contrastsecurity.sarif.Region region(Region region) {
        com.contrastsecurity.sarif.Region line =
                new com.contrastsecurity.sarif.Region().withStartLine(region.startLine());
        // An empty region marks nothing; GitHub then does better with the line.
        return region.equals(Region.FILE_START)
                ? line
                : line.withStartColumn(region.startColumn())
                        .withEndLine(region.endLine())
                        .withEndColumn(region.endColumn());
    }

    /** A relative URI reference of RFC 3986. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            if (letter || UNENCODED.indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append("%%%02X".formatted(b & 0xFF));
            }
        }
        return uri.toString();
    }
}
