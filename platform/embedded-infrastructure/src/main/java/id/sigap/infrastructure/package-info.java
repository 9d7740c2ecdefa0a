/**
 * The real parts without Docker: PostgreSQL, a Kafka broker, a mail server, an OpenID provider, for tests and the local stack alike.
 *
 * <p>PostgreSQL and the broker are child processes with a data folder of their own, kept over restarts; mail and identity run in this
 * process. {@link id.sigap.infrastructure.Reaper} ends the children however this process ends.
 *
 * <p>The broker's jars travel inside the artifact {@code kafka-broker} as resources ({@link id.sigap.infrastructure.BrokerJars}), because no
 * other place is there in all three cases: surefire's {@code java.class.path} is one manifest jar, Quarkus loads tests with class loaders of
 * its own, and the launcher runs from a copied lib folder. A resource is found by any class loader and built from nothing but the registry.
 */
package id.sigap.infrastructure;
