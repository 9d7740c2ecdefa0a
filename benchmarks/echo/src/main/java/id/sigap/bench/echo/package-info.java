/** A bare WebSocket echo: what the framework costs when the application does nothing. */
package id.sigap.bench.echo;
