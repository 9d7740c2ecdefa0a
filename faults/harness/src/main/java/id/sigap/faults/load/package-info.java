/** The people and machines that use the system while it is being broken: each with its own connection and its own log, each as stubborn as a person who wants an answer. */
package id.sigap.faults.load;
