@description('Name of the Azure OpenAI resource; also the first part of its address.')
param name string

@description('The model.')
param modelName string

@description('Version of the model.')
param modelVersion string

@description('How the model is deployed.')
param sku string

@description('Thousands of tokens a minute.')
param capacity int

@description('Whether it is reached over a private endpoint alone.')
param isolate bool

@description('Principal id of the app\'s identity.')
param appPrincipalId string

@description('Region.')
param location string

@description('Tags.')
param tags object

// Cognitive Services OpenAI User
var openAIUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    // Tokens of Microsoft Entra ID are taken at an address of its own name only.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: isolate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isolate ? 'Deny' : 'Allow' }
  }
}

resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: modelName
  sku: { name: sku, capacity: capacity }
  properties: {
    model: { format: 'OpenAI', name: modelName, version: modelVersion }
    // A new version words its answers anew: it is taken on purpose, or when this one is withdrawn.
    versionUpgradeOption: 'OnceCurrentVersionExpired'
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, openAIUser)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAIUser)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id.')
output id string = account.id

@description('Base address of the v1 API.')
output endpoint string = 'https://${name}.openai.azure.com/openai/v1/'

@description('Name of the deployment.')
output deployment string = deployment.name
