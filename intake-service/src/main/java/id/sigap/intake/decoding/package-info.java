/** What a stranger's file is turned into something else by: programs of others, each in a sandbox of its own, with nothing of it on a disk. */
package id.sigap.intake.decoding;
