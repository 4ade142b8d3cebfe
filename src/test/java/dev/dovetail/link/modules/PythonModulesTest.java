package dev.dovetail.link.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonModulesTest {

    @TempDir Path folder;

    @BeforeEach
    void layOut() throws IOException {
        for (String file :
                new String[] {
                    "api/app.py",
                    "api/json.py",
                    "api/shop/__init__.py",
                    "api/shop/orders.py",
                    "api/shop/db/__init__.py",
                    "api/shop/db/rows.py",
                    "api/plain/tools.py",
                    "api/plain/queue.py",
                    "src/lib/__init__.py",
                    "src/lib/text.py",
                }) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
    }

    private PythonModules modules() throws IOException {
        return new PythonModules(DirectoryWorkspace.open(folder), Set.of("api"));
    }

    @ParameterizedTest
    @CsvSource({
        "api/app.py, shop, api/shop/__init__.py",
        "api/app.py, shop.orders, api/shop/orders.py",
        "api/app.py, plain.tools, api/plain/tools.py",
        "api/app.py, plain, api/plain",
        "api/app.py, json, api/json.py",
        "api/app.py, flask, ''",
        "api/app.py, lib.text, src/lib/text.py",
        "api/shop/db/rows.py, ..orders, api/shop/orders.py",
        "api/shop/db/rows.py, ., api/shop/db/__init__.py",
        "api/shop/db/rows.py, shop.orders, api/shop/orders.py",
        "api/plain/tools.py, queue, ''",
    })
    void an_import_leads_to(String from, String specifier, String path) throws IOException {
        PythonModules.Target target = modules().resolve(from, specifier);
        String found =
                target instanceof PythonModules.Target.File file
                        ? file.path()
                        : target instanceof PythonModules.Target.Folder namespace
                                ? namespace.path()
                                : "";
        assertThat(found).isEqualTo(path);
    }

    @Test
    void the_packages_around_a_module_run_first() throws IOException {
        assertThat(modules().packagesOf("api/shop/db/rows.py"))
                .containsExactly("api/shop/__init__.py", "api/shop/db/__init__.py");
    }
}
