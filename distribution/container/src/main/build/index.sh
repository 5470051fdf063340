#!/bin/sh
# Called by Maven when the container is assembled: writes its components.tsv.
#   index.sh <container>
set -eu
. "$1/lib/find-java.sh"
find_java
for services in "$1"/bundles/api/glia-api-services-*.jar; do :; done
here=$(cd "$(dirname "$0")" && pwd)
exec "$JAVA" -XX:TieredStopAtLevel=1 -cp "$services" "$here/ComponentIndex.java" "$1"
