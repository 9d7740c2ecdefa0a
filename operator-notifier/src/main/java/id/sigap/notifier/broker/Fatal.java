package id.sigap.notifier.broker;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/** After which failures a producer sends nothing any more. */
final class Fatal {

    private Fatal() {}

    /** What is not a broker's answer to one record comes from a producer in its error state. */
    static boolean is(Throwable failure) {
        return failure instanceof OutOfOrderSequenceException
                || failure instanceof ProducerFencedException
                || failure instanceof UnknownProducerIdException
                || failure instanceof IllegalStateException
                || failure instanceof KafkaException && !(failure instanceof ApiException);
    }
}
