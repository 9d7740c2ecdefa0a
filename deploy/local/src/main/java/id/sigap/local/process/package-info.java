/** Processes of the operating system: telling one from its successor with the same number, starting, watching, stopping. */
package id.sigap.local.process;
