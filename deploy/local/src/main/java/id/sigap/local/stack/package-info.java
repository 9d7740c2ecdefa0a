/** The running whole: which services, on which ports, with which secrets and rights; started, described and stopped. */
package id.sigap.local.stack;
