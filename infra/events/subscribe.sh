#!/usr/bin/env sh
# Makes, or brings up to date, the Event Grid subscription of the deployed app. The names come from the outputs of main.bicep.
set -eu

: "${AZURE_SUBSCRIPTION_ID:?is not set. Run this as a hook of azd, or after: set -a; eval \"\$(azd env get-values)\"; set +a}"
: "${AZURE_RESOURCE_GROUP:?is not set. Run azd provision first}"
: "${AZURE_FUNCTION_APP_NAME:?is not set. Run azd provision first}"
: "${AZURE_STORAGE_ACCOUNT_NAME:?is not set. Run azd provision first}"
: "${AZURE_EVENTGRID_SYSTEM_TOPIC_NAME:?is not set. Run azd provision first}"

if ! command -v az >/dev/null 2>&1; then
  echo "The Azure CLI is needed: https://learn.microsoft.com/cli/azure/install-azure-cli. Then run: azd hooks run postdeploy" >&2
  exit 1
fi

# A new app takes a while to start, to make its keys and to answer the handshake: five minutes at most.
attempt=1
while :; do
  if message=$(az deployment group create --only-show-errors --output none \
    --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name article-events \
    --template-file "$(dirname "$0")/subscription.bicep" \
    --parameters functionAppName="$AZURE_FUNCTION_APP_NAME" storageName="$AZURE_STORAGE_ACCOUNT_NAME" topicName="$AZURE_EVENTGRID_SYSTEM_TOPIC_NAME" 2>&1); then
    echo "Event Grid tells $AZURE_FUNCTION_APP_NAME of every article dropped into $AZURE_STORAGE_ACCOUNT_NAME."
    exit 0
  fi
  if [ "$attempt" -ge 10 ]; then
    printf '%s\n' "$message" >&2
    echo "The subscription could not be made, so articles are stored and not read. See that the app runs (GET /api/health), then run: azd hooks run postdeploy" >&2
    exit 1
  fi
  echo "The app is not ready to be told of articles (try $attempt of 10); once more in 30 seconds."
  attempt=$((attempt + 1))
  sleep 30
done
