package id.sigap.notifier.request;

import java.util.Optional;

/** An operator answers, for tests. */
final class Answering {

    private Answering() {}

    /** While nobody has asked to lift the block. */
    static Taken take(OperatorRequest request, Reply reply, Receipt receipt) {
        return request.take(reply, receipt, Optional::empty);
    }
}
