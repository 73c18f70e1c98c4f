#!/bin/sh
# Writes a migration: migrate.sh NAME. Needs dotnet-ef (dotnet tool install dotnet-ef --version 10.0.14 --tool-path DIR) on the PATH.
set -e
cd "$(dirname "$0")/../../.."
EfDesign=true dotnet-ef migrations add "$1" --project src/Omr.Service --context OmrDatabase --configuration Release \
  --output-dir Storage/Migrations --namespace Omr.Service.Storage.Migrations
find src/Omr.Service/Omr -name '*Snapshot.cs' -exec mv {} src/Omr.Service/Storage/Migrations/ \; 2>/dev/null || true
rm -rf src/Omr.Service/Omr src/*/obj
