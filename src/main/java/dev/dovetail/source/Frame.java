package dev.dovetail.source;

/**
 * Where in a file a reader's walk stands.
 *
 * @param scope names in reach
 * @param definition the body that code here belongs to
 * @param self the class whose instance {@code this} is; -1 when not known
 * @param guard the condition in force, or -1
 * @param caught whether a try around catches
 * @param loop whether a loop of this definition is around
 */
public record Frame(Scope scope, int definition, int self, int guard, boolean caught, boolean loop) {

    public Frame inBlock() {
        return new Frame(new Scope(scope, false), definition, self, guard, caught, loop);
    }

    public Frame under(int newGuard) {
        return new Frame(scope, definition, self, newGuard, caught, loop);
    }

    public Frame inTry() {
        return new Frame(scope, definition, self, guard, true, loop);
    }

    public Frame inLoop() {
        return new Frame(new Scope(scope, false), definition, self, guard, caught, true);
    }

    /** The beginning of another body: conditions and loops around it do not count. */
    public Frame inBody(int newDefinition, int newSelf) {
        return new Frame(new Scope(scope, true), newDefinition, newSelf, -1, false, false);
    }
}
