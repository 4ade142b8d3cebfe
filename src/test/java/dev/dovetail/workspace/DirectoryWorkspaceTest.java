package dev.dovetail.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWorkspaceTest {

    @TempDir Path folder;

    @Test
    void files_are_listed_in_path_order_with_slashes() throws IOException {
        files("src/orders/app.ts", "src/a.ts", "README.md", "src-old/x.ts");

        assertThat(open().files())
                .containsExactly("README.md", "src-old/x.ts", "src/a.ts", "src/orders/app.ts");
    }

    @Test
    void what_git_ignores_is_not_listed() throws IOException {
        file(".gitignore", "dist/\n*.log\n!keep.log\n/only-at-root.ts\n");
        file("packages/api/.gitignore", "generated\n!*.log\n");
        files("dist/app.js", "a.log", "keep.log", "only-at-root.ts", "src/only-at-root.ts");
        files("packages/api/generated/x.ts", "packages/api/b.log", "packages/web/b.log");

        assertThat(open().files())
                .containsExactly(
                        ".gitignore",
                        "keep.log",
                        "packages/api/.gitignore",
                        "packages/api/b.log",
                        "src/only-at-root.ts");
    }

    @Test
    void the_repositorys_own_exclude_file_counts() throws IOException {
        file(".git/info/exclude", "scratch/\n");
        files("scratch/x.js", "app.js");

        assertThat(open().files()).containsExactly("app.js");
    }

    @Test
    void installed_packages_caches_and_build_output_are_left_out_without_a_gitignore()
            throws IOException {
        files(
                "node_modules/express/index.js",
                "packages/api/node_modules/a.js",
                ".venv/lib/a.py",
                "app/__pycache__/a.pyc",
                ".next/server/a.js",
                ".serverless/x.zip",
                ".aws-sam/build/template.yaml",
                ".vercel/output/config.json",
                "java/pom.xml",
                "java/target/classes/application.yml",
                "gradle/build.gradle.kts",
                "gradle/build/resources/application.yml",
                "public/jquery.min.js",
                "myenv/pyvenv.cfg",
                "myenv/lib/a.py");

        assertThat(open().files()).containsExactly("gradle/build.gradle.kts", "java/pom.xml");
    }

    @Test
    void folders_that_only_share_a_name_with_build_output_are_listed() throws IOException {
        files("src/build/index.ts", "target/index.ts", "output/index.ts", ".vercel/project.json");

        assertThat(open().files()).hasSize(4);
    }

    @Test
    void links_that_leave_the_workspace_are_not_read() throws IOException {
        Path outside = Files.createTempFile("secret", ".txt");
        Files.createSymbolicLink(folder.resolve("out.txt"), outside);
        Files.createSymbolicLink(folder.resolve("up"), folder.getParent());
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        file(".git/config", "[remote]");
        Files.createSymbolicLink(folder.resolve("git-config"), folder.resolve(".git/config"));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("does-not-exist"));
        file("src/a.ts", "export {}");
        Files.createSymbolicLink(folder.resolve("inside.ts"), Path.of("src/a.ts"));

        Workspace workspace = open();

        assertThat(workspace.files()).containsExactly("inside.ts", "src/a.ts");
        assertThat(workspace.read("inside.ts")).contains("export {}");
        assertThat(workspace.read("out.txt")).isEmpty();
        assertThat(workspace.read("../" + outside.getFileName())).isEmpty();
    }

    @Test
    void a_file_that_became_a_link_to_the_outside_is_not_read() throws IOException {
        Path outside = Files.createTempFile("secret", ".txt");
        file("a.txt", "mine");
        Workspace workspace = open();
        Files.delete(folder.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("a.txt"), outside);

        assertThat(workspace.read("a.txt")).isEmpty();
        assertThat(workspace.notifications()).hasSize(1);
    }

    @Test
    void has_is_exact_about_case_and_folders_are_known() throws IOException {
        files("src/orders/App.ts");
        Workspace workspace = open();

        assertThat(workspace.has("src/orders/App.ts")).isTrue();
        assertThat(workspace.has("src/orders/app.ts")).isFalse();
        assertThat(workspace.has("src/orders")).isFalse();
        assertThat(Stream.of("", "src", "src/orders")).allMatch(workspace::hasFolder);
        assertThat(workspace.hasFolder("src/orders/App.ts")).isFalse();
    }

    @Test
    void files_under_a_folder_do_not_include_its_namesakes() throws IOException {
        files("src/a.ts", "src/b/c.ts", "src.ts", "src-old/a.ts", "src0/a.ts");

        assertThat(open().filesUnder("src")).containsExactly("src/a.ts", "src/b/c.ts");
        assertThat(open().filesUnder("")).hasSize(5);
        assertThat(open().filesUnder("none")).isEmpty();
    }

    @Test
    void text_is_decoded_without_its_byte_order_mark() throws IOException {
        bytes("utf8.txt", "\uFEFFgrüße".getBytes(StandardCharsets.UTF_8));
        bytes("utf16le.txt", concat(new byte[] {-1, -2}, "né".getBytes(StandardCharsets.UTF_16LE)));
        bytes("utf16be.txt", concat(new byte[] {-2, -1}, "né".getBytes(StandardCharsets.UTF_16BE)));
        Workspace workspace = open();

        assertThat(workspace.read("utf8.txt")).contains("grüße");
        assertThat(workspace.read("utf16le.txt")).contains("né");
        assertThat(workspace.read("utf16be.txt")).contains("né");
        assertThat(workspace.notifications()).isEmpty();
    }

    @Test
    void bytes_that_are_no_utf8_are_replaced_and_reported_with_their_place() throws IOException {
        bytes("latin1.py", "# ok\r\nname = 'Caf\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1));
        Workspace workspace = open();

        assertThat(workspace.read("latin1.py")).contains("# ok\r\nname = 'Caf\uFFFD'\n");
        assertThat(workspace.read("latin1.py")).isPresent();
        assertThat(workspace.notifications())
                .singleElement()
                .satisfies(
                        notification -> {
                            assertThat(notification.level()).isEqualTo(Notification.Level.WARNING);
                            assertThat(notification.place())
                                    .isEqualTo(new Place("latin1.py", new Region(2, 12, 2, 13)));
                        });
    }

    @Test
    void a_replacement_character_that_is_really_there_is_no_mistake() throws IOException {
        file("a.txt", "a \uFFFD b");
        Workspace workspace = open();

        assertThat(workspace.read("a.txt")).contains("a \uFFFD b");
        assertThat(workspace.notifications()).isEmpty();
    }

    @Test
    void binary_large_and_vanished_files_are_notifications() throws IOException {
        bytes("binary.js", new byte[] {'a', 0, 'b'});
        bytes("large.json", filled(Limits.FILE_BYTES + 1));
        bytes("at-limit.json", filled(Limits.FILE_BYTES));
        file("vanished.ts", "x");
        Workspace workspace = open();
        Files.delete(folder.resolve("vanished.ts"));

        assertThat(workspace.read("at-limit.json")).isPresent();
        for (String file : new String[] {"binary.js", "large.json", "vanished.ts"}) {
            assertThat(workspace.read(file)).as(file).isEmpty();
        }
        assertThat(workspace.notifications())
                .extracting(notification -> notification.place().file())
                .containsExactly("binary.js", "large.json", "vanished.ts");
    }

    @Test
    void an_ignore_rule_made_to_hang_is_refused_and_said() throws IOException {
        file(".gitignore", "*.log\n" + "*a".repeat(40) + "b\n");
        files("a".repeat(200), "b.log");
        Workspace workspace = open();

        assertThat(workspace.files()).containsExactly(".gitignore", "a".repeat(200));
        assertThat(workspace.notifications())
                .singleElement()
                .satisfies(
                        notification ->
                                assertThat(notification.place()).hasToString(".gitignore:2"));
    }

    @Test
    void folders_deeper_than_the_limit_are_said() throws IOException {
        files("d/".repeat(Limits.PATH_DEPTH + 20) + "a.ts", "b.ts");
        Workspace workspace = open();

        assertThat(workspace.files()).containsExactly("b.ts");
        assertThat(workspace.notifications()).hasSize(1);
    }

    @Test
    void a_root_that_is_a_link_is_followed_and_one_that_is_missing_is_refused() throws IOException {
        files("real/a.ts");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        assertThat(DirectoryWorkspace.open(link).files()).containsExactly("a.ts");
        assertThatThrownBy(() -> DirectoryWorkspace.open(folder.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private DirectoryWorkspace open() throws IOException {
        return DirectoryWorkspace.open(folder);
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            file(path, "");
        }
    }

    private void file(String path, String text) throws IOException {
        bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
