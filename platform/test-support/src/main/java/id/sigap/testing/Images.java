package id.sigap.testing;

import java.util.List;

/** Names of the images that containers are made of; a site may use its own. */
record Images(String kafka, String postgres) {

    static final String KAFKA_PROPERTY = "sigap.test.images.kafka";
    static final String POSTGRES_PROPERTY = "sigap.test.images.postgres";

    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String POSTGRES = "postgres:18";

    static Images configured() {
        return new Images(System.getProperty(KAFKA_PROPERTY, KAFKA), System.getProperty(POSTGRES_PROPERTY, POSTGRES));
    }

    List<String> all() {
        return List.of(kafka, postgres);
    }
}
