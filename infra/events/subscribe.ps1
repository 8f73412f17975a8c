# Makes, or brings up to date, the Event Grid subscription of the deployed app. The names come from the outputs of main.bicep.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'AZURE_FUNCTION_APP_NAME', 'AZURE_STORAGE_ACCOUNT_NAME', 'AZURE_EVENTGRID_SYSTEM_TOPIC_NAME') {
    if (-not [Environment]::GetEnvironmentVariable($name)) {
        throw "$name is not set. Run azd provision first, and this script as a hook: azd hooks run postdeploy"
    }
}

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw 'The Azure CLI is needed: https://learn.microsoft.com/cli/azure/install-azure-cli. Then run: azd hooks run postdeploy'
}

# A new app takes a while to start, to make its keys and to answer the handshake: five minutes at most.
for ($attempt = 1; $attempt -le 10; $attempt++) {
    $message = az deployment group create --only-show-errors --output none `
        --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name article-events `
        --template-file (Join-Path $PSScriptRoot 'subscription.bicep') `
        --parameters functionAppName=$env:AZURE_FUNCTION_APP_NAME storageName=$env:AZURE_STORAGE_ACCOUNT_NAME topicName=$env:AZURE_EVENTGRID_SYSTEM_TOPIC_NAME 2>&1
    if ($LASTEXITCODE -eq 0) {
        Write-Host "Event Grid tells $env:AZURE_FUNCTION_APP_NAME of every article dropped into $env:AZURE_STORAGE_ACCOUNT_NAME."
        exit 0
    }

    if ($attempt -lt 10) {
        Write-Host "The app is not ready to be told of articles (try $attempt of 10); once more in 30 seconds."
        Start-Sleep -Seconds 30
    }
}

Write-Host ($message | Out-String)
throw 'The subscription could not be made, so articles are stored and not read. See that the app runs (GET /api/health), then run: azd hooks run postdeploy'
