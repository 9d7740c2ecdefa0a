package id.sigap.faults.agent.inside;

import static id.sigap.faults.agent.FailPoint.*;

import java.io.IOException;
import java.lang.StackWalker.StackFrame;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;

/** What the cuts for fail points call. Public because the services' classes call it. */
public final class Moments {

    /** Long enough for the half that was sent to reach the broker. */
    private static final long ON_ITS_WAY_MILLIS = 300;

    private static final String ANSWERING = "org.jboss.resteasy.reactive.server.";

    /** Whether the thread's batch held events that are new to this service; without any, its death would be nothing special. */
    private static final ThreadLocal<Boolean> SOMETHING_NEW = ThreadLocal.withInitial(() -> false);

    private Moments() {}

    /** In place of the force to disk before a blob gets its name. */
    public static void halveAndForce(FileChannel blob, boolean metadataToo) throws IOException {
        if (Snare.catches(EVIDENCE_HALF_WRITTEN)) {
            blob.truncate(blob.size() / 2);
            Snare.die();
        }
        blob.force(metadataToo);
    }

    public static void evidenceBeforeRow() {
        Snare.reached(EVIDENCE_BEFORE_ROW);
    }

    public static void evidenceBeforeInspection() {
        Snare.reached(EVIDENCE_BEFORE_INSPECTION);
    }

    public static void erasedBeforeBlobs() {
        Snare.reached(ERASED_BEFORE_BLOBS);
    }

    /** Listeners and workers commit as well; only who answers a request is meant. */
    public static void committed() {
        if (isAnswering() && Snare.catches(COMMIT_BEFORE_REPLY)) {
            Snare.die();
        }
    }

    private static boolean isAnswering() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName).anyMatch(name -> name.startsWith(ANSWERING)));
    }

    public static void somethingNew() {
        SOMETHING_NEW.set(true);
    }

    public static void batchCommitted() {
        if (SOMETHING_NEW.get()) {
            SOMETHING_NEW.set(false);
            Snare.reached(COMMIT_BEFORE_OFFSET);
        }
    }

    public static void replyCommitted() {
        Snare.reached(REPLY_BEFORE_OFFSET);
    }

    /** In place of the loop's own iterator over what is to be sent. */
    public static Iterator<?> halfWay(List<?> batch) {
        Iterator<?> whole = batch.iterator();
        return new Iterator<Object>() {
            private int handedOut;

            @Override
            public boolean hasNext() {
                return whole.hasNext();
            }

            @Override
            public Object next() {
                if (handedOut == batch.size() / 2 && Snare.catches(RELAY_HALF_SENT)) {
                    awaitArrival();
                    Snare.die();
                }
                handedOut++;
                return whole.next();
            }
        };
    }

    private static void awaitArrival() {
        try {
            Thread.sleep(ON_ITS_WAY_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public static void relayAfterAck() {
        Snare.reached(RELAY_AFTER_ACK);
    }

    public static void mailTaken() {
        Snare.reached(MAIL_TAKEN);
    }

    public static void requestTaken() {
        Snare.reached(REQUEST_TAKEN);
    }

    public static void midSweep() {
        Snare.reached(MID_SWEEP);
    }

    public static void watermarkBeforePublishing() {
        Snare.reached(WATERMARK_BEFORE_PUBLISHING);
    }
}
