package dev.dovetail.cli;

/** What the user asked for cannot be done; the message says why and what else might be meant. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
