package dev.dovetail.source;

import dev.dovetail.workspace.Region;

/**
 * A mention of a name that outlives a call: a module-level variable, a static or an instance field.
 * Its declaration is none. Whether the mention reads or writes shows in {@link Use} and {@link
 * Write}.
 *
 * @param binding of kind VARIABLE of the file's body, or FIELD
 * @param definition the body that mentions it
 * @param role how the mention is used where it stands
 */
public record Access(int binding, int definition, Region region, Role role) {

    /** How a mention is used where it stands. */
    public enum Role {
        /** Its value is looked at, returned, passed on or compared. */
        READ,
        /** It is assigned to as a bare name. */
        ASSIGNED,
        /** A member or an element of it is assigned to or deleted. */
        ELEMENT_WRITTEN,
        /** A member or an element of it is read, but not called. */
        ELEMENT_READ,
        /** A member of it is called: the use tells which. */
        MEMBER_CALLED,
        /** It is only asked whether it is there: {@code if (!x)}, {@code x == null}, {@code x ??=}. */
        TESTED
    }
}
