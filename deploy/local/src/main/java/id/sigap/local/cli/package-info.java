/** The command {@code sigap}, one class per subcommand. */
package id.sigap.local.cli;
