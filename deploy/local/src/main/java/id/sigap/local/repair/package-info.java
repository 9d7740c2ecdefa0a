/** Where the repair tools work: the databases and the broker of the stack that runs here, or of any other place. */
package id.sigap.local.repair;
