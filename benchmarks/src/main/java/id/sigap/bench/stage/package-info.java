/** What is measured, brought up and torn down: stacks, bare applications, databases. */
package id.sigap.bench.stage;
