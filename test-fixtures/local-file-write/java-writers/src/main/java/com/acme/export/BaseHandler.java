package com.acme.export;

import java.io.IOException;
import java.io.RandomAccessFile;

abstract class BaseHandler {
    protected void keep(String rows) throws IOException {
        // expect: local-file-write
        try (RandomAccessFile file = new RandomAccessFile("rows.dat", "rw")) {
            file.writeUTF(rows);
        }
    }
}
