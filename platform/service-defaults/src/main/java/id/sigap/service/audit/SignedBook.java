package id.sigap.service.audit;

import id.sigap.journal.SignedHeads.Head;
import java.time.Instant;
import java.util.List;

/** A book of chains in the service's database. A bean that is one has the ends of its chains signed. */
public interface SignedBook {

    /**
     * The ends of the chains that went on in a span of the database's time.
     *
     * @param after exclusive
     * @param through inclusive; what was written by then is committed
     */
    List<Head> heads(Instant after, Instant through);
}
