package dev.dovetail.cli;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;

/** A sound service, beside which a test lays something odd: it is judged all the same. */
abstract class SoundServiceTest extends CommandLineTest {

    /** What the sound service of every test is found to do. */
    static final String SOUND = "src/app.js:2:1: error: orders writes out.txt";

    @BeforeEach
    void a_sound_service_beside() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: src/app.handler, events: [httpApi: '*']}
                """);
        write(
                "src/app.js",
                """
                const fs = require('fs');
                fs.writeFileSync('out.txt', 'x');
                require('./other');
                exports.handler = async () => ({ statusCode: 200 });
                """);
        write("src/other.js", "module.exports = {};\n");
    }

    /** Checks the folder; all that it says, on either stream, is then {@link #printed}. */
    int check(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        int status = run(arguments);
        printed += failed;
        return status;
    }
}
