package id.sigap.intake.chat;

import java.time.Instant;

/** What let somebody into a conversation, and how long it does. */
sealed interface Pass {

    /** As long as there is a case. */
    record Receipt() implements Pass {}

    /** An officer's token, which ends. */
    record Token(String token, Instant until) implements Pass {

        /** Stays out of logs. */
        @Override
        public String toString() {
            return "Token[secret]";
        }
    }

    /** A browser's session, which ends by itself or when its owner leaves. */
    record Session(String token) implements Pass {

        /** Stays out of logs. */
        @Override
        public String toString() {
            return "Session[secret]";
        }
    }
}
