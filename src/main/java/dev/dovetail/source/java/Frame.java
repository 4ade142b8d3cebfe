package dev.dovetail.source.java;

/**
 * Where a walk stands.
 *
 * @param definition the body that runs
 * @param owner the class whose {@code this} it has
 * @param guard the condition that must hold, or -1
 * @param caught whether a try around it catches
 * @param loop whether it stands in a loop of the body
 */
record Frame(Scope scope, int definition, int owner, int guard, boolean caught, boolean loop) {

    Frame inBlock() {
        return new Frame(new Scope(scope), definition, owner, guard, caught, loop);
    }

    Frame under(int newGuard) {
        return new Frame(scope, definition, owner, newGuard, caught, loop);
    }

    Frame inLoop() {
        return new Frame(new Scope(scope), definition, owner, guard, caught, true);
    }

    Frame inTry() {
        return new Frame(new Scope(scope), definition, owner, guard, true, loop);
    }

    /** The body of a function within this one. */
    Frame inBody(int newDefinition) {
        return new Frame(new Scope(scope), newDefinition, owner, -1, false, false);
    }

    /** The members of a class. */
    Frame inClass(int newOwner) {
        return new Frame(new Scope(scope), newOwner, newOwner, -1, false, false);
    }
}
