package dev.dovetail.judge;

/**
 * What stands against a unit on a host.
 *
 * @param finding what it is, as a check of the unit on that host words it
 * @param stands whether a check reports it as config is now; otherwise config does not say enough to
 *     tell
 * @param demand what config would have to say for it to be right
 */
public record Obstacle(Finding finding, boolean stands, Demand demand) {

    /** The same, its finding as a user's settings see it. */
    public Obstacle with(Finding other) {
        return new Obstacle(other, stands, demand);
    }

    /** Whether no config makes it right. */
    public boolean isFirm() {
        return demand instanceof Demand.Impossible;
    }
}
