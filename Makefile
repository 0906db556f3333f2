.PHONY: help spec refresh tools verify format mock conformance mutation compatibility readme newer-jdk

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

verify: ## build everything and run every test
	mvn verify

spec: ## build openapi.yaml and openapi-recommended.yaml from openapi/src/spec
	mvn -q -pl openapi/builder test -Dtest=BuiltDocumentsTest -Drefresh

refresh: ## write anew all that is committed and follows from the document: tables, lists of signatures and of requirements
	mvn -q -pl conformance-tests,server-stub -am test -Drefresh -Dlint.skip -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dtest='BuiltDocumentsTest,OperationsTableTest,ApiSurfaceTest,CatalogueTest,MutantsTest#the_table*'

tools: ## run other people's tools on the built documents (needs Node and Python)
	mvn -q -Ptools -pl openapi/tools verify

compatibility: ## run the tests of the JUnit modules with other versions of JUnit and under Spring Boot's BOMs
	mvn -q -Pcompatibility test -Dlint.skip -Dtest='DatamartMock*Test,LifecycleTest,OneInstanceTest,FailureOutputTest,ConformanceElsewhereTest' \
	  -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false

format: ## format the Java code
	mvn -q spotless:apply

mock: ## build and start the mock on port 8080
	mvn -q -pl mock -am package -DskipTests && java -jar mock/target/datamart-mock.jar

conformance: ## build the suite and run it against the mock on port 8080
	mvn -q -pl conformance-tests -am package -DskipTests
	java -jar conformance-tests/target/datamart-conformance.jar run \
	  --base-url http://127.0.0.1:8080 --service-token 11111111-1111-4111-8111-111111111111

mutation: ## have the suite judge every small change to the second implementation, and publish the score (needs Node)
	mvn -q -pl conformance-tests -am test -Dlint.skip -Dmutation=all -Dtest='MutationTest#all*' \
	  -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false

readme: ## run the commands of the README and the launchers (after verify)
	node --test docs/readme.test.mjs launcher/*.test.mjs

# Without those that take long and depend on no JDK.
newer-jdk: ## run the tests on the newest JDK here that is newer than 17
	@home=$$(for j in /usr/lib/jvm/*; do [ -x $$j/bin/javac ] && \
	    echo "$$($$j/bin/javac -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/') $$j"; done \
	  | awk '$$1 > 17' | sort -n | tail -n 1 | cut -d' ' -f2); \
	if [ -z "$$home" ]; then echo "No JDK newer than 17 here: nothing was run."; \
	else echo "On $$home"; JAVA_HOME=$$home mvn -B -ntp -T 2 -Pbenchmark,!tools,!compatibility verify -DexcludedGroups=thorough -Dlint.skip -Dspotless.check.skip; fi
