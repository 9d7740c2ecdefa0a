package id.sigap.bench.pipeline;

import io.vertx.core.Promise;

/**
 * One report on its way.
 *
 * @param since when it was to be handed in, by {@link System#nanoTime}
 * @param asked completes when the operator is asked
 * @param met completes when the clock has stopped in time
 */
record Story(long since, Promise<Void> asked, Promise<Void> met) {

    static Story dueAt(long since) {
        return new Story(since, Promise.promise(), Promise.promise());
    }
}
