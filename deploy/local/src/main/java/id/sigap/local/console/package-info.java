/** What a person at the terminal sees: progress lines, tables, errors. */
package id.sigap.local.console;
