package id.sigap.local.actors;

/**
 * An invented citizen. What stands here must be found nowhere outside the vault: each part doubles as a canary.
 *
 * @param mobile in E.164; zeros in the subscriber part, so that it is nobody's
 */
public record Person(String name, String email, String mobile) {}
