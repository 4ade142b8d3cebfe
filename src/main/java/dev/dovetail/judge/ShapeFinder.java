package dev.dovetail.judge;

import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.LinkedUnit;
import java.util.List;

/** Recognises one shape in the code that a unit runs. */
public interface ShapeFinder {

    /** The name by which {@code rules/} speaks of it. */
    String name();

    /** Every place of the shape, in no order. */
    List<Shape> find(LinkedUnit unit, Signature signature);
}
