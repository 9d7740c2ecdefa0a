/**
 * What a test of Sigap stands on: {@link id.sigap.testing.WithSigapInfrastructure} gives it a real broker, database, mail server and identity
 * provider, once per test JVM; {@link id.sigap.testing.Topics} and {@link id.sigap.testing.TopicReader} speak and listen like a foreign
 * service; {@link id.sigap.testing.Tokens} logs people in; {@link id.sigap.testing.Mailbox} reads what was mailed.
 */
package id.sigap.testing;
