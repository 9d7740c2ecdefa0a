/**
 * Sigap on one machine, without Docker: real PostgreSQL, Kafka, mail catcher and identity provider, the five services,
 * and the command {@code sigap} that builds, starts, watches and stops them.
 */
package id.sigap.local;
