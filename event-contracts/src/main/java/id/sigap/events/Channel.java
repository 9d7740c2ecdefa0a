package id.sigap.events;

/** Where the fraud reached the citizen. */
public enum Channel {
    VOICE_CALL,
    SMS,
    CHAT_APP,
    SOCIAL_MEDIA,
    /** Another way, or none: a question isn't asked for it. */
    OTHER
}
