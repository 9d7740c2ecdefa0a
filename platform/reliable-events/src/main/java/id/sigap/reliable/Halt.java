package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The end of this process, without an orderly stop: it must not do one thing more. Whoever keeps it running starts it anew. */
@ApplicationScoped
class Halt {

    /** EX_UNAVAILABLE of sysexits.h. */
    static final int EXIT_CODE = 69;

    private static final Logger LOG = Logger.getLogger(Halt.class);

    void now(String why) {
        LOG.fatal(why);
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
