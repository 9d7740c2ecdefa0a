package id.sigap.testing.floors;

import java.util.Locale;

/** What a test class needs, and so when it is run. Each class carries exactly one as its JUnit tag: {@code @Tag("quick")}. */
public enum Floor {

    /** Nothing but the JVM: rules, states, contracts, architecture, words. */
    QUICK,
    /** One module over real parts: broker, database, mail server, identity provider, browser. */
    SERVICE,
    /** The one whole system that every build starts. */
    SYSTEM,
    /** What is too slow for every build: whole sabotages, benches, two replicas, slow trials of the infrastructure. */
    FULL;

    /** As JUnit and Surefire know it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
