plugins {
    java
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(25) // expect: runtime-version
    }
}
